/** The promises of the stream, put to the test. */
@NullMarked
package org.vigie.lab.verify.stream;

import org.jspecify.annotations.NullMarked;
