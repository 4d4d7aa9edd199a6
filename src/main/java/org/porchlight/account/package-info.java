/** Members, sign-up, sign-in, roles and the security rules. */
@NullMarked
package org.porchlight.account;

import org.jspecify.annotations.NullMarked;
