/** The promises of the crawler, put to the test at length against a world on this machine. */
@org.jspecify.annotations.NullMarked
package org.vigie.lab.verify;
