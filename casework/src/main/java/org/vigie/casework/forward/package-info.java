/** The way of each line of the audit log to where a unit watches all its systems. */
@NullMarked
package org.vigie.casework.forward;

import org.jspecify.annotations.NullMarked;
