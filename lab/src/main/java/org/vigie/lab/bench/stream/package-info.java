/** What the stream costs, beside a plain loop of the same stages. */
@NullMarked
package org.vigie.lab.bench.stream;

import org.jspecify.annotations.NullMarked;
