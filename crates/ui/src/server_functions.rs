//! How server functions are declared: `server_functions! { … }` around what dioxus' `#[post]` takes.

/// On the server, dioxus' `#[post]` makes handlers of what stands in it.
#[cfg(feature = "server")]
macro_rules! server_functions {
    ($($function:item)*) => {
        use dioxus::prelude::*;
        $($function)*
    };
}

/// In the browser and in the desktop app, all functions share one client: dioxus' own would be in the program once for
/// each, and knows nothing of the desktop's session.
#[cfg(not(feature = "server"))]
macro_rules! server_functions {
    ($(
        $(#[doc = $doc:literal])*
        #[post($path:literal, $($context:tt)*)]
        pub async fn $name:ident($($form:ident: $request:ty $(,)?)?) -> Result<$answer:ty, Refusal<$error:ty>> $body:block
    )*) => {$(
        $(#[doc = $doc])*
        pub async fn $name($($form: $request)?) -> Result<$answer, Refusal<$error>> {
            crate::api::call::call($path, crate::api::call::no_body()$(.or(crate::api::call::body_of(&$form)))?).await
        }
    )*};
}
