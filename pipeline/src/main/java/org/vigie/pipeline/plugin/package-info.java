/** What plug-ins of others do in the stream: they read files and pages, and add fields to adverts. */
@NullMarked
package org.vigie.pipeline.plugin;

import org.jspecify.annotations.NullMarked;
