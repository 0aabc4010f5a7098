/**
 * Alerts: which are asked for, how many there are of each sort, and how usual they are in their
 * channel.
 */
@NullMarked
package org.vigie.search.alert;

import org.jspecify.annotations.NullMarked;
