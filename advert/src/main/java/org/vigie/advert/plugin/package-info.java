/**
 * What others may add: readers of files, channels, enrichers, exporters and translators. A plug-in
 * is a jar that names its classes in {@code META-INF/services/org.vigie.advert.plugin.Plugin}; each
 * runs in a process of its own and sees the values of {@code advert} alone.
 */
@NullMarked
package org.vigie.advert.plugin;

import org.jspecify.annotations.NullMarked;
