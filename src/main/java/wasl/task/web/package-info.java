/** Pages of the finance desk's tasks. */
package wasl.task.web;
