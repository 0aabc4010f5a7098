/** Figures for rapporteurs: counts that say nothing of any one group of adverts. */
@NullMarked
package org.vigie.casework.statistics;

import org.jspecify.annotations.NullMarked;
