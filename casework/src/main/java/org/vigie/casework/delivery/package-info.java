/** Alerts to those who asked to be told: by webhook and by e-mail. */
@NullMarked
package org.vigie.casework.delivery;

import org.jspecify.annotations.NullMarked;
