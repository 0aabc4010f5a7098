/** Files and folders that their owner alone may open. */
@NullMarked
package org.vigie.files.owner;

import org.jspecify.annotations.NullMarked;
