/** Fields that plug-ins of others add to adverts before these are assessed. */
@NullMarked
package org.vigie.pipeline.enrich;

import org.jspecify.annotations.NullMarked;
