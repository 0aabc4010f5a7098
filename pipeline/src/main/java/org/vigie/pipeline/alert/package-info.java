/** Clusters and adverts to alerts. */
@NullMarked
package org.vigie.pipeline.alert;

import org.jspecify.annotations.NullMarked;
