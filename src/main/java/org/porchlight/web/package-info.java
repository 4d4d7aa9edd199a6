/** How Porchlight is reached: connections and their limits, what browsers are told, HTTPS, and proxies. */
@NullMarked
package org.porchlight.web;

import org.jspecify.annotations.NullMarked;
