/** The database's file and its copies: whether it is whole, backups, and bringing one back. */
@NullMarked
package org.porchlight.backup;

import org.jspecify.annotations.NullMarked;
