/**
 * Plug-ins and commands of others, each in a process of its own: asked in lines of JSON, bounded in
 * time, memory and output, and ended when it goes wrong.
 */
@NullMarked
package org.vigie.files.plugin;

import org.jspecify.annotations.NullMarked;
