/** The promises of what keeps a workspace's log and files, put to the test. */
@NullMarked
package org.vigie.lab.verify.custody;

import org.jspecify.annotations.NullMarked;
