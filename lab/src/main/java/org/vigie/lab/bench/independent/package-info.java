/** What an engineer would write without Vigie, with no class of ours: the other side of ratios. */
@NullMarked
package org.vigie.lab.bench.independent;

import org.jspecify.annotations.NullMarked;
