/** The YAML files that an operator tunes, read strictly. */
@NullMarked
package org.vigie.files.yaml;

import org.jspecify.annotations.NullMarked;
