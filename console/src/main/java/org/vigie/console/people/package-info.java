/** Who uses the console: accounts, what each may do, and their sign-ins. */
@NullMarked
package org.vigie.console.people;

import org.jspecify.annotations.NullMarked;
