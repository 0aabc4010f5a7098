/** vigie.yaml, read once at start. */
@NullMarked
package org.vigie.casework.config;

import org.jspecify.annotations.NullMarked;
