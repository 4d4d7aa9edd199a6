@NullMarked
package org.porchlight.camera;

import org.jspecify.annotations.NullMarked;
