/** What a workspace has of an evidence package: adverts, judgements, and what must not leave. */
@NullMarked
package org.vigie.casework.evidence;

import org.jspecify.annotations.NullMarked;
