package org.porchlight.ui;

import org.porchlight.account.AsMember;
import org.porchlight.account.Role;

/** A page before which an owner sits, in a house of its own. */
@AsMember(value = "Ana", role = Role.OWNER)
abstract class OwnerPageTest extends HousePageTest {}
