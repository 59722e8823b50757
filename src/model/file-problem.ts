/** What is wrong with a file that a text names; the message goes on from the file's name: `附件「a.doc」` + `是空的。` */
export interface FileProblem {
  level?: 'warn' | undefined;
  message: string;
  fix: string;
}
