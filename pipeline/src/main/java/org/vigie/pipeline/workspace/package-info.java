/** The one folder that holds all a run keeps. */
@NullMarked
package org.vigie.pipeline.workspace;

import org.jspecify.annotations.NullMarked;
