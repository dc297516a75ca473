//! The page's own frame, signing in and signing out.

use super::Refusal;
use perfil_models::AccessError;
use perfil_models::error::SignInError;
use perfil_models::request::SignIn;
use perfil_models::view::{Page, SignedIn};

#[cfg(feature = "server")]
use super::{Extension, Visit};

server_functions! {
    /// What every page needs: language, messages, who is signed in.
    #[post("/api/page", visit: Extension<Visit>)]
    pub async fn page() -> Result<Page, Refusal<AccessError>> {
        Ok(visit.page().await?)
    }

    /// Signs in, or as far as the second step; the outer layer sets the cookie, or hands out the bearer token.
    #[post("/api/sign-in", visit: Extension<Visit>)]
    pub async fn sign_in(form: SignIn) -> Result<SignedIn, Refusal<SignInError>> {
        let issued = visit.accounts().sign_in(visit.client(), form).await?;
        let signed_in = issued.signed_in();
        visit.hand_out(issued);
        Ok(signed_in)
    }

    /// Signs out: the session ends on the server, the browser forgets it.
    #[post("/api/sign-out", visit: Extension<Visit>)]
    pub async fn sign_out() -> Result<(), Refusal<AccessError>> {
        visit.accounts().sign_out(visit.session()?, visit.client()).await?;
        visit.forget();
        Ok(())
    }
}
