/** What is done with the keys of a workspace: change them, and lose none. */
@NullMarked
package org.vigie.cli.command.keys;

import org.jspecify.annotations.NullMarked;
