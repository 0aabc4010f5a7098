/** The disks under files, and whether they encrypt. */
@NullMarked
package org.vigie.files.disk;

import org.jspecify.annotations.NullMarked;
