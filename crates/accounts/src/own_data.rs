//! The export of all that is kept about a person.

use crate::clock::MINUTE;
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::reauthentication::{WrongPassword, subject};
use crate::sign_in::too_many;
use crate::{Accounts, Client, Issued, Session};
use perfil_models::EventKind;
use perfil_models::error::PrivacyError;
use perfil_models::request::ExportData;
use perfil_store::own_data::OwnRows;
use perfil_store::throttle::{self, Bucket};
use serde_json::json;

/// Exports of one person: nobody needs many, and each reads a lot.
const PER_PERSON: Bucket = Bucket { burst: 3, drain: 20 * MINUTE };

/// All that is kept about a person.
#[derive(Clone, Debug)]
pub struct OwnData {
    /// Table by table.
    pub tables: Vec<OwnRows>,
    /// The address, for the file's introduction.
    pub email: String,
    /// When it was read, milliseconds.
    pub at: i64,
}

impl Accounts {
    /// Reads all that is kept about the person who is signed in, who is told by mail.
    pub async fn export_data(
        &self,
        session: &Session,
        client: &Client,
        form: ExportData,
    ) -> Result<(Issued, OwnData), PrivacyError> {
        let user = match self.check_password(session, client, &form.password).await? {
            Ok(user) => user,
            Err(WrongPassword) => return Err(PrivacyError::WrongPassword),
        };
        let now = self.now();
        let mut db = self.parts.store.write().await.or_fault()?;
        let bucket = format!("export:{}", session.user_id);
        if let Some(until) = throttle::pour(&mut db, &bucket, PER_PERSON, now).await.or_fault()? {
            throttle::clear(&mut db, &subject(&session.user_id)).await.or_fault()?;
            db.commit().await.or_fault()?;
            return Err(too_many(until, now).into());
        }
        let issued = self.reauthenticated(&mut db, session).await?;
        self.record(&mut db, session.into(), client, EventKind::DataExported, "").await?;
        let cause = self.new_id();
        let notice = Notice::mail("data-exported", &user.email, &cause).saying(json!({ "email": user.email }));
        self.notify(&mut db, &user, client, notice).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        let mut db = self.parts.store.read().await.or_fault()?;
        let tables = perfil_store::own_data::of_user(&mut db, &session.user_id).await.or_fault()?;
        Ok((issued, OwnData { tables, email: user.email, at: now }))
    }
}
