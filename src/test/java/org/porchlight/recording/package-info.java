@NullMarked
package org.porchlight.recording;

import org.jspecify.annotations.NullMarked;
