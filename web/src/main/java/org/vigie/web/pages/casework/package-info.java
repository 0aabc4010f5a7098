/**
 * What people say and do: judgements, cases, referrals, and rulings on which adverts belong
 * together.
 */
@NullMarked
package org.vigie.web.pages.casework;

import org.jspecify.annotations.NullMarked;
