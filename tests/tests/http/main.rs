//! SECURITY.md, line by line, over HTTP. A test is named after the number it holds; `docs/security.md` has the list.

mod audit;
mod bearer;
mod forms;
mod functions;
mod guard;
mod headers;
mod limits;
mod lockout;
mod mails;
mod matrix;
mod password_change;
mod password_policy;
mod phone_binding;
mod phone_code;
mod phone_numbers;
mod phone_removal;
mod phone_sending;
mod secrets;
mod sessions;
mod sign_in;
mod story;
