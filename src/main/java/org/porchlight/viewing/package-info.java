/** Viewings (the log), their leases, and the streams that a browser reads. */
@NullMarked
package org.porchlight.viewing;

import org.jspecify.annotations.NullMarked;
