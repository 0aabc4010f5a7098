/**
 * Files that people and programs hand in: received, looked at in a process of its own, accepted.
 */
@NullMarked
package org.vigie.casework.submission;

import org.jspecify.annotations.NullMarked;
