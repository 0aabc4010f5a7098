/** Budgets of full adverts: how many each is, and who reached how much of one. */
@NullMarked
package org.vigie.casework.budget;

import org.jspecify.annotations.NullMarked;
