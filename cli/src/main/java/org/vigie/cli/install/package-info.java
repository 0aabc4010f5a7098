/** What an installation brings beside the program: completion of words in a shell, and manuals. */
@NullMarked
package org.vigie.cli.install;

import org.jspecify.annotations.NullMarked;
