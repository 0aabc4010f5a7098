/** vigie.yaml, read once at start. */
@NullMarked
package org.vigie.console.config;

import org.jspecify.annotations.NullMarked;
