//! Who works at the demo school. Nobody here exists.

use protocol::api::Role;

/// The school.
pub const SCHOOL: &str = "Thornmere School";
/// Its short name in addresses.
pub const SLUG: &str = "thornmere";
/// Root keys that must sign a directory.
pub const THRESHOLD: u8 = 2;

/// One adult who is there from the first day.
pub struct Adult {
    pub role: Role,
    pub name: &'static str,
    pub user: &'static str,
    pub place: &'static str,
    pub password: &'static str,
    pub admin: bool,
    /// Keeps a root key on paper.
    pub root: bool,
}

/// The reader who joins while the scene is played.
pub const JOINS: Adult = Adult {
    role: Role::Reader,
    name: "Miss Amy Bell",
    user: "a.bell",
    place: "Room 4",
    password: "paper boats and rain",
    admin: false,
    root: false,
};

/// Everyone who is there from the first day.
pub const ADULTS: [Adult; 5] = [
    Adult {
        role: Role::Lead,
        name: "Ms Priya Kaur",
        user: "p.kaur",
        place: "Room 12, by the library",
        password: "seven lanterns at dusk",
        admin: false,
        root: true,
    },
    Adult {
        role: Role::Deputy,
        name: "Mr Tunde Adeyemi",
        user: "t.adeyemi",
        place: "Sports hall office",
        password: "orchard gate in april",
        admin: false,
        root: true,
    },
    Adult {
        role: Role::Head,
        name: "Mrs Helen Ferris",
        user: "h.ferris",
        place: "Main corridor",
        password: "old stone bridge walk",
        admin: false,
        root: true,
    },
    Adult {
        role: Role::Chair,
        name: "Mr Owen Price",
        user: "o.price",
        place: "Through the school office",
        password: "quiet harbour morning",
        admin: false,
        root: false,
    },
    Adult {
        role: Role::Admin,
        name: "Sam Reed",
        user: "s.reed",
        place: "",
        password: "blue kettle on a shelf",
        admin: true,
        root: false,
    },
];
