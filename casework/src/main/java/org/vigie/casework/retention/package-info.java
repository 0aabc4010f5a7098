/** Time limits: what is to be erased when, and what is held beyond. */
@NullMarked
package org.vigie.casework.retention;

import org.jspecify.annotations.NullMarked;
