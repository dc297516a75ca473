//! What an event changes, and who is told.

use super::data::{Happened, Import, Step};
use super::{EventRefusal, Outcome};
use crate::Accounts;
use crate::fault::OrFault;
use crate::notifications::{Tidings, amount};
use perfil_models::{AccessError, OrganizationId, Topic};
use perfil_store::balances::{self, Told};
use perfil_store::contact_imports::{self, ImportStep};
use perfil_store::organizations::LockedOrganization;
use perfil_store::platform_events::NewPlatformEvent;
use perfil_store::recipients::{self, RecipientRow};
use perfil_store::{AnyConnection, credit_alerts};
use serde_json::{Value, json};

/// The importing person; nobody for what concerns the organization.
pub(super) type Concerned = Option<RecipientRow>;

impl Accounts {
    /// Whom an event names.
    pub(super) async fn concerned(
        &self,
        db: &mut AnyConnection,
        organization: &LockedOrganization,
        happened: &Happened,
    ) -> Result<Result<Concerned, EventRefusal>, AccessError> {
        let Happened::Import(import) = happened else { return Ok(Ok(None)) };
        let found = recipients::one(db, &organization.id(), &import.user, Topic::ContactImports).await.or_fault()?;
        Ok(found.map(Some).ok_or(EventRefusal::UnknownUser))
    }

    pub(super) async fn apply(
        &self,
        db: &mut AnyConnection,
        organization: &LockedOrganization,
        event: &NewPlatformEvent<'_>,
        who: &Concerned,
        happened: &Happened,
    ) -> Result<Outcome, AccessError> {
        match happened {
            Happened::Import(import) => match who {
                Some(who) => self.note_import(db, event, who, import).await,
                None => Ok(Outcome::Late),
            },
            Happened::Payment { payment, amount: minor, currency, failed } => {
                let (template, reason) = match failed {
                    None => ("payment-succeeded", None),
                    Some(None) => ("payment-failed-no-reason", None),
                    Some(reason) => ("payment-failed", reason.as_ref()),
                };
                let mut arguments = json!({ "payment": payment, "amount": amount(*minor, currency) });
                add(&mut arguments, "reason", reason.map(|reason| json!(reason)));
                self.tell_billing(db, event, Tidings { topic: Topic::Payments, template, arguments }).await
            }
            Happened::Invoice { invoice, amount: minor, currency, due, url } => {
                let template = if due.is_some() { "invoice-issued" } else { "invoice-issued-no-due" };
                let mut arguments = json!({ "invoice": invoice, "amount": amount(*minor, currency) });
                add(&mut arguments, "due", due.as_ref().map(|due| json!({ "date": due })));
                add(&mut arguments, "url", url.as_ref().map(|url| json!(url)));
                self.tell_billing(db, event, Tidings { topic: Topic::Invoices, template, arguments }).await
            }
            Happened::Balance { balance, currency, seq, reserve } => {
                let reserve = reserve.unwrap_or(organization.reserve);
                let told = Told { seq: *seq, amount: balance - reserve, reserve, occurred_at: event.occurred_at };
                self.note_balance(db, event, &told, currency).await
            }
        }
    }

    async fn note_import(
        &self,
        db: &mut AnyConnection,
        event: &NewPlatformEvent<'_>,
        who: &RecipientRow,
        import: &Import,
    ) -> Result<Outcome, AccessError> {
        let reasons = match &import.step {
            Step::Completed { reasons, .. } => json!(reasons).to_string(),
            _ => "[]".to_owned(),
        };
        let user = who.id();
        let step = import_step(event, &user, import, &reasons);
        if !contact_imports::step(db, &step).await.or_fault()? {
            return Ok(Outcome::Late);
        }
        if let Some((template, arguments)) = end_of(import) {
            let tidings = Tidings { topic: Topic::ContactImports, template, arguments };
            self.tell(db, std::slice::from_ref(who), event.id, event.occurred_at, &tidings).await?;
        }
        Ok(Outcome::Applied)
    }

    async fn tell_billing(
        &self,
        db: &mut AnyConnection,
        event: &NewPlatformEvent<'_>,
        tidings: Tidings,
    ) -> Result<Outcome, AccessError> {
        let recipients = recipients::of_billing(db, event.organization_id, tidings.topic).await.or_fault()?;
        self.tell(db, &recipients, event.id, event.occurred_at, &tidings).await?;
        Ok(Outcome::Applied)
    }

    async fn note_balance(
        &self,
        db: &mut AnyConnection,
        event: &NewPlatformEvent<'_>,
        told: &Told,
        currency: &str,
    ) -> Result<Outcome, AccessError> {
        let (organization, now) = (event.organization_id, self.now());
        let spent = balances::advance(db, organization, told, now).await.or_fault()?;
        balances::keep_point(db, organization, told, spent).await.or_fault()?;
        if spent.is_none() {
            return Ok(Outcome::Late);
        }
        if credit_alerts::cross(db, organization, told.amount, event.id, now).await.or_fault()? > 0 {
            self.alert(db, organization, event.id, told, currency).await?;
        }
        credit_alerts::rearm(db, organization, told.amount, now).await.or_fault()?;
        Ok(Outcome::Applied)
    }

    /// Tells everyone whose minimum was undercut by `cause`.
    pub(crate) async fn alert(
        &self,
        db: &mut AnyConnection,
        organization: &OrganizationId,
        cause: &str,
        told: &Told,
        currency: &str,
    ) -> Result<(), AccessError> {
        let alerted = recipients::alerted_by(db, organization, cause).await.or_fault()?;
        self.tell_low_credit(db, &alerted, told, currency).await
    }
}

fn add(arguments: &mut Value, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        arguments[name] = value;
    }
}

fn import_step<'a>(
    event: &'a NewPlatformEvent<'_>,
    user: &'a perfil_models::UserId,
    import: &'a Import,
    reasons: &'a str,
) -> ImportStep<'a> {
    let begun = ImportStep {
        organization_id: event.organization_id,
        external_id: &import.import,
        user_id: user,
        name: &import.name,
        state: "running",
        done: 0,
        total: None,
        imported: 0,
        rejected: 0,
        reasons,
        failure: None,
        occurred_at: event.occurred_at,
    };
    match &import.step {
        Step::Running { done, total } => ImportStep { done: *done, total: *total, ..begun },
        Step::Completed { imported, rejected, .. } => {
            let (imported, rejected) = (*imported, *rejected);
            ImportStep { state: "completed", done: imported + rejected, imported, rejected, ..begun }
        }
        Step::Failed { reason } => ImportStep { state: "failed", failure: Some(reason), ..begun },
    }
}

/// What is said at the end of an import.
fn end_of(import: &Import) -> Option<(&'static str, Value)> {
    let name = &import.name;
    match &import.step {
        Step::Running { .. } => None,
        Step::Completed { imported, rejected: 0, .. } => {
            Some(("import-completed", json!({ "import": name, "imported": { "count": imported } })))
        }
        Step::Completed { imported, rejected, .. } => Some((
            "import-completed-with-rejects",
            json!({ "import": name, "imported": { "count": imported }, "rejected": { "count": rejected } }),
        )),
        Step::Failed { reason } => Some(("import-failed", json!({ "import": name, "reason": reason }))),
    }
}
