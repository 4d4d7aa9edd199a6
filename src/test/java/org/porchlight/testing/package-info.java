/** What tests of several modules share. */
@NullMarked
package org.porchlight.testing;

import org.jspecify.annotations.NullMarked;
