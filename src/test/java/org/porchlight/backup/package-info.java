@NullMarked
package org.porchlight.backup;

import org.jspecify.annotations.NullMarked;
