/**
 * What adverts of different texts share beside the contacts that they name, so that it joins them.
 */
@NullMarked
package org.vigie.pipeline.shared;

import org.jspecify.annotations.NullMarked;
