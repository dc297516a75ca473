//! How server functions are declared: `server_functions! { … }` around what dioxus' `#[post]` takes.

/// What stands in it is the server's by dioxus' `#[post]`, and so is the client of an app outside the browser.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! server_functions {
    ($($function:item)*) => {
        use dioxus::prelude::*;
        $($function)*
    };
}

/// In the browser, all functions share one client: dioxus' own would be in the program once for each.
#[cfg(target_arch = "wasm32")]
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
