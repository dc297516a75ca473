//! Line icons, drawn in a 20 × 20 box in the colour of the text around them.

use dioxus::prelude::*;

/// Which icon.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    /// An exclamation mark in a circle.
    Alert,
    /// A bell.
    Bell,
    /// A building.
    Building,
    /// A check mark in a circle.
    Check,
    /// Down: something opens.
    ChevronDown,
    /// An eye.
    Eye,
    /// An eye crossed out.
    EyeOff,
    /// A key.
    Key,
    /// A laptop computer.
    Laptop,
    /// A globe.
    Globe,
    /// A sheet of paper.
    File,
    /// An envelope.
    Mail,
    /// A padlock.
    Lock,
    /// A mobile phone.
    Phone,
    /// A shield.
    Shield,
    /// A door with an arrow into it.
    SignIn,
    /// A door with an arrow out of it.
    SignOut,
    /// A person.
    User,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6.5v4M10 13.4v.1",
            Self::Bell => "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13ZM8.3 17.2a1.9 1.9 0 0 0 3.4 0M10 2.5V4",
            Self::Building => {
                "M4 17V4.5A1.5 1.5 0 0 1 5.5 3h6A1.5 1.5 0 0 1 13 4.5V17M13 8h1.5A1.5 1.5 0 0 1 16 9.5V17M2.5 17h15M7 6.5h3M7 10h3M7 13.5h3"
            }
            Self::Check => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM6.8 10.2l2.2 2.2 4.3-4.6",
            Self::ChevronDown => "M5.5 8l4.5 4.5L14.5 8",
            Self::Eye => {
                "M2 10s2.8-5.5 8-5.5 8 5.5 8 5.5-2.8 5.5-8 5.5S2 10 2 10ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z"
            }
            Self::EyeOff => {
                "M3 3l14 14M8.3 4.7A8 8 0 0 1 10 4.5c5.2 0 8 5.5 8 5.5a13 13 0 0 1-2.3 2.9M12.5 15.1a8 8 0 0 1-2.5.4c-5.2 0-8-5.5-8-5.5a13 13 0 0 1 3.4-3.9M8.3 8.4a2.3 2.3 0 0 0 3.3 3.2"
            }
            Self::File => "M5 2.5h6.5L15.5 6.5v11H5ZM11.5 2.5v4h4M7.8 10h5M7.8 13.5h5",
            Self::Key => "M7 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM9.5 10.5l7-7M13.2 6.8l2.3 2.3M15.4 4.6l1.6 1.6",
            Self::Laptop => "M5 4h10A1.5 1.5 0 0 1 16.5 5.5V13h-13V5.5A1.5 1.5 0 0 1 5 4ZM1.5 16h17",
            Self::Globe => {
                "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.8 10h14.4M10 2.5c4 4.4 4 10.6 0 15M10 2.5c-4 4.4-4 10.6 0 15"
            }
            Self::Mail => {
                "M4 4.5h12A1.5 1.5 0 0 1 17.5 6v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 14V6A1.5 1.5 0 0 1 4 4.5ZM3 6l7 5 7-5"
            }
            Self::Lock => {
                "M5.5 9h9A1.5 1.5 0 0 1 16 10.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9ZM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"
            }
            Self::Phone => {
                "M6.5 2.5h7A1.5 1.5 0 0 1 15 4v12a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 16V4a1.5 1.5 0 0 1 1.5-1.5ZM9 14.8h2"
            }
            Self::Shield => "M10 2.5l6 2.2v4.6c0 3.8-2.5 6.6-6 8.2-3.5-1.6-6-4.4-6-8.2V4.7l6-2.2Z",
            Self::SignIn => "M12 3h3a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 15 17h-3M8 13.5l3.5-3.5L8 6.5M11.5 10H3",
            Self::SignOut => "M8 3H5a1.5 1.5 0 0 0-1.5 1.5v11A1.5 1.5 0 0 0 5 17h3M13 13.5l3.5-3.5L13 6.5M16.5 10H8",
            Self::User => "M10 10a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM3.8 17c.5-3 3-4.6 6.2-4.6s5.7 1.6 6.2 4.6",
        }
    }
}

/// An icon; it says nothing to assistive technology, the words beside it do.
#[component]
pub fn Icon(shape: Shape) -> Element {
    let class = if matches!(shape, Shape::SignIn | Shape::SignOut) { "icon icon-mirrored" } else { "icon" };
    rsx! {
        svg { class, view_box: "0 0 20 20", width: "20", height: "20", fill: "none", stroke: "currentColor",
            stroke_width: "1.5", stroke_linecap: "round", stroke_linejoin: "round", "aria-hidden": "true",
            path { d: shape.path() }
        }
    }
}
