/** Files, feeds and pages that plug-ins of others read. */
@NullMarked
package org.vigie.pipeline.plugin;

import org.jspecify.annotations.NullMarked;
