//! A test message, to see whether a channel works.

use super::TEST;
use crate::clock::MINUTE;
use crate::fault::OrFault;
use crate::notices::Notice;
use crate::sign_in::too_many;
use crate::{Accounts, Client, Session, phone_plan};
use perfil_models::error::NotificationError;
use perfil_models::{AccessError, Channel};
use perfil_store::throttle::{self, Bucket};
use perfil_store::users;

/// Tests of one person on one channel.
const TESTS: Bucket = Bucket { burst: 3, drain: 5 * MINUTE };
/// How long a test is worth sending: its person waits for it.
const LIFE: i64 = 10 * MINUTE;

impl Accounts {
    /// Sends a test message to whoever asks.
    pub async fn send_test(
        &self,
        session: &Session,
        client: &Client,
        channel: Channel,
    ) -> Result<(), NotificationError> {
        let (now, cause) = (self.now(), self.new_id());
        let mut db = self.parts.store.write().await.or_fault()?;
        users::lock(&mut db, &session.user_id).await.or_fault()?;
        let user = users::by_id(&mut db, &session.user_id).await.or_fault()?.ok_or(AccessError::SignedOut)?;
        let subject = format!("test-{}:{}", channel.as_str(), session.user_id);
        if let Some(until) = throttle::pour(&mut db, &subject, TESTS, now).await.or_fault()? {
            return Err(too_many(until, now).into());
        }
        let notice = match channel {
            Channel::Email => Notice::mail("test", &user.email, &cause),
            Channel::Sms => {
                let number = user.phone.as_deref().ok_or(NotificationError::NoPhone)?;
                let planned = phone_plan::understand("", number).map_err(|_| NotificationError::NoPhone)?;
                let counted = self.count_message(&mut db, client, &session.user_id, &planned).await;
                counted.map_err(|_| too_many(now + TESTS.drain, now))?;
                Notice::sms("test", number, &cause)
            }
        };
        self.notify(&mut db, &user, client, notice.about(TEST).living(LIFE)).await?;
        db.commit().await.or_fault()?;
        self.wake_worker();
        Ok(())
    }
}
