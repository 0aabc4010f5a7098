/**
 * What evaluations say, as text for a terminal, as drawings, and as a page that contacts no host.
 */
@NullMarked
package org.vigie.cli.evaluation;

import org.jspecify.annotations.NullMarked;
