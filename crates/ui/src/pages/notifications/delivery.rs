//! What became of a message.

use crate::components::icon::{Icon, Shape};
use crate::route::Route;
use crate::words::{say, say_with, tell};
use dioxus::prelude::*;
use perfil_models::Channel;
use perfil_models::view::{Delivery, DeliveryState};

/// The icon of a channel.
pub fn shape_of(channel: Channel) -> Shape {
    match channel {
        Channel::Email => Shape::Mail,
        Channel::Sms => Shape::Phone,
    }
}

/// Where a message stands.
pub fn state_badge(state: DeliveryState) -> Element {
    let (class, word) = match state {
        DeliveryState::Waiting => ("badge", "delivery-waiting"),
        DeliveryState::PutOff => ("badge badge-waiting", "delivery-put-off"),
        DeliveryState::Sent => ("badge", "delivery-sent"),
        DeliveryState::Delivered => ("badge badge-good", "delivery-delivered"),
        DeliveryState::Failed => ("badge badge-bad", "delivery-failed"),
        DeliveryState::Unknown => ("badge badge-waiting", "delivery-unknown"),
        DeliveryState::NotSent => ("badge", "delivery-not-sent"),
    };
    rsx! {
        span { class, {say(word)} }
    }
}

/// Nothing arrives by a channel: why, and where to put it right.
pub fn trouble(trouble: &Delivery) -> Element {
    let (lead, to, link) = match trouble.channel {
        Channel::Email => ("trouble-email", Route::EmailPage {}, "user-email-change"),
        Channel::Sms => ("trouble-sms", Route::PhonePage {}, "user-phone-change"),
    };
    rsx! {
        div { class: "notice notice-refused",
            Icon { shape: Shape::Alert }
            p {
                {say_with(lead, &[("to", &trouble.to), ("when", &trouble.at)])}
                if let Some(why) = &trouble.why {
                    " "
                    {tell(why)}
                }
                " "
                Link { to, {say(link)} }
            }
        }
    }
}
