/** The promises of evidence that travels and of partners who answer, put to the test at length. */
@NullMarked
package org.vigie.lab.verify.exchange;

import org.jspecify.annotations.NullMarked;
