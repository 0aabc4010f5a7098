/** What people make of leads: their judgements, how they handle alerts, cases and referrals. */
@NullMarked
package org.vigie.casework;

import org.jspecify.annotations.NullMarked;
