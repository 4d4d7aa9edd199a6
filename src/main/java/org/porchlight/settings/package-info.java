/** What an owner can change, typed and validated, and the options given at start. */
@NullMarked
package org.porchlight.settings;

import org.jspecify.annotations.NullMarked;
