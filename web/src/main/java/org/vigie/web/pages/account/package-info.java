/**
 * Accounts and the ways in: signing in, here or by a provider, enrolment, what each person may do,
 * tokens for programs.
 */
@NullMarked
package org.vigie.web.pages.account;

import org.jspecify.annotations.NullMarked;
