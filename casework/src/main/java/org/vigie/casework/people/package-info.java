/** Who uses the console: accounts, what each may do, and their sign-ins. */
@NullMarked
package org.vigie.casework.people;

import org.jspecify.annotations.NullMarked;
